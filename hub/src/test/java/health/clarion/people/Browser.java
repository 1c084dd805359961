package health.clarion.people;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** One browser with its session cookie, going through the real sign-in. */
final class Browser {

    static final String PASSWORD = "lantern gravel orbit tulip";

    private final MockMvc mvc;
    private @Nullable Cookie session;

    Browser(MockMvc mvc) {
        this.mvc = mvc;
    }

    ResultActions open(String path) throws Exception {
        return send(get(path));
    }

    /** Posts a form: names and values in turn. */
    ResultActions submit(String path, String... fields) throws Exception {
        MockHttpServletRequestBuilder request = post(path).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return send(request);
    }

    ResultActions send(MockHttpServletRequestBuilder request) throws Exception {
        ResultActions answer = mvc.perform(session == null ? request : request.cookie(session));
        Cookie set = answer.andReturn().getResponse().getCookie("clarion-session");
        if (set != null) {
            session = set.getMaxAge() == 0 ? null : set;
        }
        return answer;
    }

    ResultActions signIn(Member member) throws Exception {
        return submit("/sign-in", "email", member.email().value(), "password", PASSWORD);
    }
}
