package health.clarion.media;

/** The kinds of picture we take in. */
enum PictureFormat {
    JPEG("image/jpeg", "jpeg"),
    PNG("image/png", "png"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp");

    private final String mime;
    private final String reader;

    PictureFormat(String mime, String reader) {
        this.mime = mime;
        this.reader = reader;
    }

    String mime() {
        return mime;
    }

    /** The name under which ImageIO knows its reader. */
    String reader() {
        return reader;
    }
}
