package health.clarion.operations;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** Leaves each module's {@code web} package out of a hub that has no pages. */
public final class PagesLeftOut extends TypeExcludeFilter {

    @Override
    public boolean match(MetadataReader type, MetadataReaderFactory factory) throws IOException {
        return type.getClassMetadata().getClassName().matches("health\\.clarion\\.[a-z]+\\.web\\..*");
    }

    // Spring tells cached contexts apart by their filters.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PagesLeftOut;
    }

    @Override
    public int hashCode() {
        return PagesLeftOut.class.hashCode();
    }
}
