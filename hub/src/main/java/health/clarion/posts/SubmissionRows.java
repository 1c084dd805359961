package health.clarion.posts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was handed to review. Rows are only ever added. */
@Component
class SubmissionRows {

    private static final TypeReference<List<Payload>> PAYLOADS = new TypeReference<>() {};

    private static final String SELECT = """
            select id, post, revision, hash, payloads, report, author, at from posts.submission
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SubmissionRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Submission> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(this::submission)
                .optional();
    }

    Optional<Submission> newest(UUID post) {
        return jdbc.sql(SELECT + "where post = :post order by at desc limit 1")
                .param("post", post)
                .query(this::submission)
                .optional();
    }

    /** A submission with all that it was rendered from. */
    record Whole(Submission submission, Ingredients ingredients, UUID campaign) {}

    Optional<Whole> whole(UUID id) {
        return jdbc.sql("""
                select s.*, p.campaign from posts.submission s join posts.post p on p.id = s.post where s.id = :id
                """)
                .param("id", id)
                .query((row, n) -> new Whole(
                        submission(row, n),
                        json.readValue(row.getString("ingredients"), Ingredients.class),
                        row.getObject("campaign", UUID.class)))
                .optional();
    }

    Ingredients ingredients(UUID submission) {
        return jdbc.sql("select ingredients from posts.submission where id = :id")
                .param("id", submission)
                .query((row, n) -> json.readValue(row.getString("ingredients"), Ingredients.class))
                .single();
    }

    void insert(Submission submission, Ingredients ingredients) {
        jdbc.sql("""
                insert into posts.submission (id, post, revision, hash, payloads, ingredients, report, author, at)
                values (:id, :post, :revision, :hash, cast(:payloads as jsonb), cast(:ingredients as jsonb),
                    cast(:report as jsonb), :author, :at)
                """)
                .param("id", submission.id())
                .param("post", submission.post())
                .param("revision", submission.revision())
                .param("hash", submission.hash().value())
                .param("payloads", json.writeValueAsString(submission.payloads()))
                .param("ingredients", json.writeValueAsString(ingredients))
                .param("report", json.writeValueAsString(submission.report()))
                .param("author", submission.by())
                .param("at", Timestamp.from(submission.at()))
                .update();
    }

    private Submission submission(ResultSet row, int n) throws SQLException {
        return new Submission(
                row.getObject("id", UUID.class),
                row.getObject("post", UUID.class),
                row.getInt("revision"),
                ContentHash.of(row.getString("hash")),
                json.readValue(row.getString("payloads"), PAYLOADS),
                json.readValue(row.getString("report"), ReportSummary.class),
                row.getObject("author", UUID.class),
                row.getTimestamp("at").toInstant());
    }
}
