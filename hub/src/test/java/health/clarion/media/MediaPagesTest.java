package health.clarion.media;

import static health.clarion.people.SignedIn.as;
import static health.clarion.people.SignedIn.byToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import health.clarion.HubTest;
import health.clarion.people.Member;
import health.clarion.people.Role;
import health.clarion.people.Scope;
import health.clarion.people.Sessions;
import health.clarion.people.SignedIn;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

@HubTest
class MediaPagesTest {

    private final MockMvc mvc;
    private final Media media;
    private final SignedIn signedIn;
    private final Sessions sessions;

    @LocalServerPort
    private int port;

    private Member writer;

    MediaPagesTest(MockMvc mvc, Media media, SignedIn signedIn, Sessions sessions) {
        this.mvc = mvc;
        this.media = media;
        this.signedIn = signedIn;
        this.sessions = sessions;
    }

    @BeforeEach
    void someoneWrites() {
        writer = signedIn.member(Role.COMMUNICATOR);
    }

    @Test
    void aPictureIsAddedAndThenDescribed() throws Exception {
        String item = mvc.perform(multipart("/media")
                        .file(file("door <b>.png", Samples.png(81, 61, 501)))
                        .with(as(writer))
                        .with(csrf()))
                .andExpect(redirectedUrlPattern("/media/items/*"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();

        mvc.perform(get(item).with(as(writer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("door &lt;b&gt;.png")))
                .andExpect(content().string(not(containsString("<b>.png"))));
        mvc.perform(post(item)
                        .param("alt", "A blue door, \"ajar\"")
                        .param("place", "top-left")
                        .with(as(writer))
                        .with(csrf()))
                .andExpect(redirectedUrl(item));
        mvc.perform(get("/media").with(as(writer)))
                .andExpect(content().string(containsString("A blue door, &#34;ajar&#34;")));
        MediaItem described = media.find(UUID.fromString(item.substring(item.lastIndexOf('/') + 1)))
                .orElseThrow();
        assertThat(described.focal()).isEqualTo(new Focal(0.17, 0.17));
    }

    @Test
    void aDescriptionThatIsTooLongIsNotLost() throws Exception {
        MediaItem item = stored(Samples.png(82, 61, 502));
        String tooLong = "word ".repeat(500) + "the last word";

        mvc.perform(post("/media/items/" + item.id())
                        .param("alt", tooLong)
                        .with(as(writer))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("the last word")))
                .andExpect(content().string(containsString("say the most important first")));
    }

    @Test
    void aGoodFileIsTakenInBesideABadOneAndTheBadOneIsNamed() throws Exception {
        mvc.perform(multipart("/media")
                        .file(file("good.png", Samples.png(83, 61, 503)))
                        .file(file("bad.svg", "<svg/>".getBytes(StandardCharsets.UTF_8)))
                        .with(as(writer))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("“good.png” is in the collection")))
                .andExpect(content().string(containsString("“bad.svg” was not added")))
                .andExpect(content().string(containsString("Export the picture as PNG")));
    }

    @Test
    void aPageInTheBrowserGetsAnAnswerItCanPutInPlace() throws Exception {
        mvc.perform(multipart("/media")
                        .file(file("door.png", Samples.png(84, 61, 504)))
                        .header("HX-Request", "true")
                        .with(as(writer))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("“door.png”")))
                .andExpect(content().string(not(containsString("<html"))));
    }

    @Test
    void aPictureIsAlsoFoundByItsId() throws Exception {
        MediaItem item = stored(Samples.png(86, 61, 507));

        mvc.perform(get("/media/" + item.id()).with(as(writer))).andExpect(redirectedUrl(item.href()));
        mvc.perform(get("/media/" + item.id())).andExpect(status().isFound());
        mvc.perform(get("/media/" + UUID.randomUUID()).with(as(writer))).andExpect(status().isNotFound());
    }

    @Test
    void onlyStaffSeeAPictureUntilItIsPartOfSomethingPublished() throws Exception {
        MediaItem item = stored(Samples.png(85, 61, 505));

        mvc.perform(get(item.href())).andExpect(status().isNotFound());
        mvc.perform(get(item.href()).with(as(writer)))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", containsString("private")));
        media.open(List.of(item.sha256()), "campaign:1");
        media.open(List.of(item.sha256()), "post:2");
        mvc.perform(get(item.href()))
                .andExpect(status().isOk())
                .andExpect(content().bytes(media.bytes(item.sha256())))
                .andExpect(content().contentType("image/png"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", "default-src 'none'; sandbox"))
                .andExpect(header().string("Cache-Control", containsString("immutable")))
                .andExpect(header().string("Cache-Control", containsString("public")));
        mvc.perform(get(item.href()).header("If-None-Match", '"' + item.sha256() + '"'))
                .andExpect(status().isNotModified());
        media.close("campaign:1");
        mvc.perform(get(item.href())).andExpect(status().isOk());
        media.close("post:2");
        mvc.perform(get(item.href())).andExpect(status().isNotFound());
    }

    @Test
    void partnersDoNotBrowseTheCollection() throws Exception {
        Member partner = signedIn.partnerOf(UUID.randomUUID());

        mvc.perform(get("/media").with(as(partner))).andExpect(status().isForbidden());
        mvc.perform(get("/api/v1/media").with(as(partner))).andExpect(status().isForbidden());
        mvc.perform(get("/media")).andExpect(redirectedUrl("/sign-in?next=%2Fmedia"));
    }

    @Test
    void aProgramAddsDescribesAndFitsPictures() throws Exception {
        var token = byToken(writer, Scope.READ, Scope.WRITE);
        byte[] file = Samples.jpeg(900, 200, 506);

        String answer = mvc.perform(multipart("/api/v1/media")
                        .file(file("wide.jpg", file))
                        .param("alt", "A wide harbour")
                        .with(token)
                        .with(csrf()))
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", startsWith("/api/v1/media/")))
                .andExpect(jsonPath("$.alt").value("A wide harbour"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String id = JsonMapper.shared().readTree(answer).path("id").asString();
        mvc.perform(multipart("/api/v1/media")
                        .file(file("again.jpg", file))
                        .with(token)
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value(id));
        mvc.perform(patch("/api/v1/media/" + id)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"focal\":{\"x\":0.1,\"y\":0.5}}")
                        .with(token)
                        .with(csrf()))
                .andExpect(jsonPath("$.alt").value("A wide harbour"))
                .andExpect(jsonPath("$.focal.x").value(0.1));
        mvc.perform(get("/api/v1/media/" + id + "/renditions/instagram").with(token))
                .andExpect(jsonPath("$.mime").value("image/jpeg"));
        mvc.perform(get("/api/v1/media/" + id + "/renditions/friendster").with(token))
                .andExpect(status().isNotFound());
        mvc.perform(patch("/api/v1/media/" + id)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"focal\":{\"x\":7,\"y\":0.5}}")
                        .with(token)
                        .with(csrf()))
                .andExpect(status().isBadRequest());
    }

    @Test
    void aProgramIsToldInWordsWhyAFileWasRefused() throws Exception {
        mvc.perform(multipart("/api/v1/media")
                        .file(file("bomb.png", Samples.pngSaying(50_000, 50_000)))
                        .with(byToken(writer, Scope.READ, Scope.WRITE))
                        .with(csrf()))
                .andExpect(status().isContentTooLarge())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail").value(containsString("50,000 × 50,000 pixels")));
    }

    @Test
    void anUploadBeyondTheLimitIsAnsweredInWords() throws Exception {
        String cookie = "clarion-session="
                + sessions.begin(writer.id(), true, true, "test").secret() + "; clarion-form=token";
        byte[] start = ("--cut\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\ntoken\r\n--cut\r\n"
                        + "Content-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] body =
                Samples.join(start, new byte[26 * 1024 * 1024], "\r\n--cut--\r\n".getBytes(StandardCharsets.UTF_8));

        HttpResponse<String> answer;
        try (HttpClient browser = HttpClient.newHttpClient()) {
            answer = browser.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/media"))
                            .header("Cookie", cookie)
                            .header("Content-Type", "multipart/form-data; boundary=cut")
                            .POST(BodyPublishers.ofByteArray(body))
                            .build(),
                    BodyHandlers.ofString());
        }

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("larger than we take").doesNotContain("Exception");
    }

    private MediaItem stored(byte[] file) throws Exception {
        return media.store(new ByteArrayInputStream(file), "picture.png", writer);
    }

    private static MockMultipartFile file(String name, byte[] content) {
        return new MockMultipartFile("file", name, "application/octet-stream", content);
    }
}
