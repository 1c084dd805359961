package health.clarion.ui;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a page that looks the same to everyone who reads the same language: nobody is looked up, no session is
 * started and no cookie set, so that the rendered page can be kept and given to the next visitor.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface SameForEveryone {}
