package health.clarion.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** What every page for the public promises. */
public final class PublicHtml {

    private PublicHtml() {}

    /** The page, after checking that it needs no script, starts no session and sets no cookie. */
    public static String of(MockMvc mvc, String address) throws Exception {
        MvcResult result = mvc.perform(get(address))
                .andExpect(status().isOk())
                .andExpect(header().doesNotExist("Set-Cookie"))
                .andExpect(header().exists("ETag"))
                .andReturn();
        assertThat(result.getRequest().getSession(false)).isNull();
        String html = result.getResponse().getContentAsString();
        assertThat(html)
                .doesNotContain("<noscript", "javascript:", "hx-", "http-equiv", "style=")
                .doesNotContainPattern("<[^>]*\\son[a-z]+=")
                .doesNotContainPattern("<script(?![^>]*\\ssrc=)")
                .doesNotContainPattern("<button(?![^>]*type=\"submit\")")
                .doesNotContainPattern("href=\"#?\"")
                .contains("href=\"/help\"");
        return html;
    }
}
