package health.clarion.ui;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says what a handler of the API does, for the document at {@code /api}. Every handler below {@code /api/v1} has one. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ApiCall {

    /** What it does: one English sentence that begins with a verb. */
    String value();

    /** What it answers, where the method's own type does not say so. */
    Answer[] answers() default {};

    /** An answer of a call that went well. */
    @interface Answer {

        int status() default 200;

        /** The type of the body; an array for a list; {@code Void} when there is none. */
        Class<?> body() default Void.class;

        String type() default "application/json";
    }
}
