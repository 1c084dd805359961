package health.clarion.operations;

import java.util.List;

/**
 * What a person who has just started a hub with pages should read, such as a link for setting up. Modules contribute beans;
 * their words are printed below the address, once, and go to no log.
 */
public interface Welcome {

    /** Lines for the console; none when there is nothing to say. */
    List<String> lines();
}
