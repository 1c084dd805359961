package health.clarion.api.web;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Compares real answers with the document's schemas. A field that the document does not name is an error here. */
final class Answers {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode components;

    Answers(JsonNode document) {
        this.components = closed(document.path("components").deepCopy());
    }

    /** What is wrong with an answer. */
    List<String> errors(JsonNode schema, JsonNode answer) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.set("components", components);
        root.set("allOf", JsonNodeFactory.instance.arrayNode().add(schema));
        Schema compiled = REGISTRY.getSchema(root);
        return compiled
                .validate(answer, run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    /** What is wrong with a schema itself. */
    static List<String> schemaErrors(JsonNode schema) {
        return REGISTRY
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                .validate(schema)
                .stream()
                .map(Error::toString)
                .toList();
    }

    private static JsonNode closed(JsonNode node) {
        if (node instanceof ObjectNode schema && schema.path("properties").isObject()) {
            schema.put("additionalProperties", false);
        }
        node.forEach(Answers::closed);
        return node;
    }
}
