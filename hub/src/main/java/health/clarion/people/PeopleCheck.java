package health.clarion.people;

import health.clarion.operations.Check;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What whoever examines a hub should hear about its people. */
@Configuration(proxyBeanMethods = false)
class PeopleCheck {

    @Bean
    Check whoRunsTheHub(People people) {
        return new Check() {
            @Override
            public String name() {
                return "People";
            }

            @Override
            public Result look() {
                var administrators = people.withRole(Role.ADMINISTRATOR);
                long unprotected = administrators.stream()
                        .filter(member -> !member.secondFactor())
                        .count();
                if (administrators.isEmpty()) {
                    return new Result.Mind("Nobody runs this hub.", "Start it: it prints a link for setting up.");
                }
                return unprotected > 0
                        ? new Result.Mind(
                                "Of " + administrators.size() + " administrators, " + unprotected
                                        + " sign in with a password only.",
                                "Ask them to add a passkey or a code app under Your account.")
                        : new Result.Fine("Every administrator has a second factor.");
            }
        };
    }
}
