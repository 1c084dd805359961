package health.clarion;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;

/**
 * A test of the whole hub on a real PostgreSQL. All such tests share one application and one database, so each makes
 * the data it needs and none counts on an empty table.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Clarion.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "clarion.test=true",
            "server.port=0",
            "db-scheduler.enabled=${clarion.test-scheduler:true}",
            "clarion.password.memory-kib=64",
            "clarion.password.passes=1",
            "clarion.public-posts-a-minute=600",
            "clarion.allow-loopback-networks=true",
            "clarion.publishing.lease=4s",
            "clarion.publishing.deadline=2s",
            "clarion.publishing.poll=100ms",
            "clarion.publishing.read-back-after=100ms"
        })
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestPostgres.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface HubTest {}
