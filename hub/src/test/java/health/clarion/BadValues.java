package health.clarion;

import java.util.List;

/** What people, broken programs and attackers put into fields. */
public final class BadValues {

    /** In a field of a form, an address or a string of JSON. */
    public static final List<String> TYPED = List.of(
            "",
            "x".repeat(5_000),
            "a\u0000b",
            "a\ud800b",
            "\u202eevil\u2066\u200b\ufeff",
            "-1",
            "99999999999999999999",
            "1e309",
            "NaN",
            "2026-02-31",
            "+999999999-12-31",
            "-999999999-01-01",
            "+999999999-12-31T23:59",
            "0000-01-01T00:00",
            "+1000000000-12-31T23:59:59.999999999Z",
            "00000000-0000-0000-0000-000000000000",
            "1-1-1-1-1",
            "[1,{\"a\":null}]",
            "' or '1'='1'; --",
            "%00%ff%",
            "http://[::1",
            "javascript:alert(1)",
            "<script>alert(1)</script>",
            "../../../etc/passwd",
            "${7*7}{0,number,x}",
            "on");

    /** One of each kind of these, for where all of them would take too long. */
    public static final List<String> KINDS = List.of(
            "",
            "x".repeat(100_000),
            "a\u0000b",
            "a\ud800b",
            "-1",
            "99999999999999999999",
            "+999999999-12-31T23:59",
            "+1000000000-12-31T23:59:59.999999999Z",
            "00000000-0000-0000-0000-000000000000");

    /** In place of any value of JSON. */
    public static final List<String> JSON = List.of(
            "null",
            "[]",
            "{}",
            "[[[]]]",
            "{\"a\":{\"b\":[]}}",
            "true",
            "-1",
            "1e400",
            "123456789012345678901234567890",
            "0.1",
            "\"\"",
            "\"a\\u0000b\"",
            "\"a\\ud800b\"",
            "\"+999999999-12-31\"",
            "\"+999999999-12-31T23:59\"",
            "\"+1000000000-12-31T23:59:59Z\"",
            "\"00000000-0000-0000-0000-000000000000\"",
            "\"no such thing\"",
            "\"" + "x".repeat(100_000) + "\"",
            "[null]",
            "[\"\", null, {}, 1]");

    /** In place of the whole body. */
    public static final List<String> BODIES = List.of(
            "",
            "{",
            "null",
            "[]",
            "{}",
            "\"words\"",
            "17",
            "{\"a\":1,\"a\":2}",
            "{\"\\u0000\":\"\\u0000\"}",
            "\ufeff{}",
            "{}{}",
            "<xml/>",
            "[".repeat(10_000),
            "{\"a\":".repeat(10_000),
            "[".repeat(10_000) + "]".repeat(10_000));

    private BadValues() {}
}
