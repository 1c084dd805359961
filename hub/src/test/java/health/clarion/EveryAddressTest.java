package health.clarion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import health.clarion.people.Member;
import health.clarion.people.Role;
import health.clarion.people.Scope;
import health.clarion.people.SignedIn;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Walks to every address the hub has, as an administrator who may do everything, with every bad value in every field. None
 * is answered with a failure of ours, and no answer shows our insides. In a hub of its own: it changes what it can.
 */
@HubTest
@DirtiesContext
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@TestPropertySource(properties = "clarion.public-posts-a-minute=1000000")
class EveryAddressTest {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);

    private final MockMvc mvc;
    private final List<Address> addresses;
    private final PlausibleWorld world;
    private final Member everybody;

    EveryAddressTest(
            MockMvc mvc,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
            PlausibleWorld world,
            SignedIn people) {
        this.mvc = mvc;
        this.addresses = Address.all(mappings);
        this.world = world;
        this.everybody = people.member("Everybody", null, Role.values());
    }

    /** A request that was answered badly. */
    private record Complaint(String request, String what) {

        @Override
        public String toString() {
            return "\n" + request + "  →  " + what;
        }
    }

    @Test
    void noAddressFailsOrShowsOurInsidesWhateverIsTyped() {
        List<Complaint> complaints = new ArrayList<>();
        for (Address address : addresses) {
            Map<String, String> real = world.now(everybody);
            for (String bad : BadValues.TYPED) {
                complaints.addAll(tried(address, address.path(real), address.everyField(bad), bad));
                if (address.hasPlaces()) {
                    complaints.addAll(tried(address, address.path(bad), List.of(), bad));
                }
            }
            complaints.addAll(oneAfterAnother(address, real));
        }
        assertThat(complaints).isEmpty();
    }

    // A handler that stops at its first bad value would never get to the second.
    private List<Complaint> oneAfterAnother(Address address, Map<String, String> real) {
        List<Complaint> complaints = new ArrayList<>();
        for (String field : address.fields().size() > 1 ? address.fields() : List.<String>of()) {
            for (String bad : BadValues.KINDS) {
                complaints.addAll(
                        tried(address, address.path(real), address.oneField(field, bad, real), field + "=" + bad));
            }
        }
        return complaints;
    }

    @Test
    void noProgramsBodyMakesTheApiFail() {
        List<Complaint> complaints = new ArrayList<>();
        for (Address address : addresses.stream().filter(Address::takesJson).toList()) {
            Map<String, String> real = world.now(everybody);
            for (String body : address.bodies(real)) {
                complaints.addAll(sent(address, address.path(real), body, MediaType.APPLICATION_JSON));
            }
            complaints.addAll(sent(address, address.path(real), "a=b", MediaType.APPLICATION_FORM_URLENCODED));
            complaints.addAll(sent(address, address.path(real), "plain", MediaType.TEXT_PLAIN));
        }
        assertThat(complaints).isEmpty();
    }

    private List<Complaint> tried(Address address, URI path, List<String[]> fields, String what) {
        var request = address.takesFiles()
                ? multipart(address.method(), path).file(new MockMultipartFile("file", "x", "image/png", new byte[9]))
                : request(address.method(), path);
        for (String[] field : fields) {
            request.param(field[0], field[1]);
        }
        return answered(address, request, what);
    }

    private List<Complaint> sent(Address address, URI path, String body, MediaType type) {
        var request = request(address.method(), path).contentType(type).content(body.getBytes(StandardCharsets.UTF_8));
        return answered(address, request, body);
    }

    private List<Complaint> answered(Address address, AbstractMockHttpServletRequestBuilder<?> request, String what) {
        String tried = address + " with " + (what.length() > 80 ? what.substring(0, 80) + "…" : what);
        Instant start = Instant.now();
        try {
            MockHttpServletResponse answer = mvc.perform(
                            request.with(by(address)).with(csrf()))
                    .andReturn()
                    .getResponse();
            Duration took = Duration.between(start, Instant.now());
            // 503 is what is said of a network's server that does not answer.
            if (answer.getStatus() >= 500 && answer.getStatus() != 503) {
                return List.of(new Complaint(tried, String.valueOf(answer.getStatus())));
            }
            if (took.compareTo(LONGEST_ANSWER) > 0) {
                return List.of(new Complaint(tried, "took " + took));
            }
            if (isText(answer)) {
                NothingLeaks.in(answer.getContentAsString(StandardCharsets.UTF_8));
            }
            return List.of();
        } catch (AssertionError leaks) {
            return List.of(new Complaint(tried, String.valueOf(leaks.getMessage())));
        } catch (Exception escaped) {
            return List.of(new Complaint(tried, escaped.toString()));
        }
    }

    private static boolean isText(MockHttpServletResponse answer) {
        String type = String.valueOf(answer.getContentType());
        return type.startsWith("text/html") || type.contains("json");
    }

    private RequestPostProcessor by(Address address) {
        return address.isApi() ? SignedIn.byToken(everybody, Scope.values()) : SignedIn.as(everybody);
    }

    @Test
    void theWalkReachesTheWholeHouse() {
        assertThat(addresses).hasSizeGreaterThan(150);
        assertThat(addresses.stream().filter(Address::takesJson)).hasSizeGreaterThan(20);
    }
}
