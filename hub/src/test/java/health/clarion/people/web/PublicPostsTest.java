package health.clarion.people.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import health.clarion.HubTest;
import health.clarion.ui.PublicPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** Whoever is not signed in can't send without end, wherever they send it. */
@HubTest
class PublicPostsTest {

    private static final String STRANGER = "198.51.100.7";

    private final MockMvc mvc;
    private final List<PublicPath> open;
    private final RequestMappingHandlerMapping mappings;
    private final int aMinute;

    PublicPostsTest(
            MockMvc mvc,
            List<PublicPath> open,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
            @Value("${clarion.public-posts-a-minute}") int aMinute) {
        this.mvc = mvc;
        this.open = open;
        this.mappings = mappings;
        this.aMinute = aMinute;
    }

    /** A changing request that needs no sign-in. */
    private record Entrance(HttpMethod method, String path) {}

    @Test
    void everyAddressThatTakesSomethingFromStrangersSaysWhenItWasTooMuch() throws Exception {
        List<Entrance> entrances = entrances();
        assertThat(entrances).extracting(Entrance::path).contains("/sign-in", "/forgotten", "/sign/x", "/invitation/x");

        for (Entrance entrance : entrances) {
            MockHttpServletResponse answer = onceTooOften(entrance);
            assertThat(answer.getStatus()).as(entrance.toString()).isEqualTo(429);
            assertThat(Integer.parseInt(String.valueOf(answer.getHeader("Retry-After"))))
                    .isPositive();
            assertThat(answer.getContentAsString()).contains("That was a lot at once", "second");
        }
        assertThat(from("198.51.100.8", post("/sign-in")).getStatus()).isNotEqualTo(429);
    }

    // Tries come back with time: on a slow machine one may be back before the address is asked.
    private MockHttpServletResponse onceTooOften(Entrance entrance) throws Exception {
        MockHttpServletResponse answer = new MockHttpServletResponse();
        for (int i = 0; i < 50 && answer.getStatus() != 429; i++) {
            useUp();
            answer = from(STRANGER, request(entrance.method(), entrance.path()));
        }
        return answer;
    }

    // The bucket fills again while it is being emptied, so a few more than fit into it.
    private void useUp() throws Exception {
        int most = aMinute * 3;
        for (int i = 0; i < most; i++) {
            if (from(STRANGER, post("/sign-in")).getStatus() == 429) {
                return;
            }
        }
        throw new AssertionError(most + " in a row were taken");
    }

    private MockHttpServletResponse from(String address, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(asked -> {
                    asked.setRemoteAddr(address);
                    return asked;
                }))
                .andReturn()
                .getResponse();
    }

    private List<Entrance> entrances() {
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getMethodsCondition().getMethods().stream()
                        .filter(method -> method != RequestMethod.GET && method != RequestMethod.HEAD)
                        .flatMap(method -> info.getPatternValues().stream()
                                .map(pattern ->
                                        new Entrance(method.asHttpMethod(), pattern.replaceAll("\\{[^}]+}", "x")))))
                .filter(entrance -> isOpen(entrance.path()))
                .toList();
    }

    private boolean isOpen(String path) {
        return open.stream()
                .flatMap(opened -> opened.patterns().stream())
                .anyMatch(pattern -> new PathPatternParser().parse(pattern).matches(PathContainer.parsePath(path)));
    }
}
