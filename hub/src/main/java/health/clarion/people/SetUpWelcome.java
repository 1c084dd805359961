package health.clarion.people;

import health.clarion.operations.Welcome;
import java.util.List;
import org.springframework.stereotype.Component;

/** Shows the link for the first administrator to whoever started the hub, as long as there is none. */
@Component
class SetUpWelcome implements Welcome {

    private final SetUp setUp;

    SetUpWelcome(SetUp setUp) {
        this.setUp = setUp;
    }

    @Override
    public List<String> lines() {
        return setUp.link()
                .map(link -> List.of(
                        "Nobody runs this hub yet. Set it up here (the link works once, for a day):", "  " + link))
                .orElse(List.of());
    }
}
