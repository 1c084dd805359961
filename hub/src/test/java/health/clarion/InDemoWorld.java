package health.clarion;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** A test in the demonstration, Harbour Minds. All such tests share one hub; each leaves it as believable as it was. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@HubTest
@TestPropertySource(properties = "clarion.demo=true")
public @interface InDemoWorld {}
