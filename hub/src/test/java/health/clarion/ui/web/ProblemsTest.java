package health.clarion.ui.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import health.clarion.HubTest;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people and programs are told when something goes wrong inside. */
@HubTest
class ProblemsTest {

    private final MockMvc mvc;

    ProblemsTest(Problems problems, TransactionTemplate transaction) {
        this.mvc = MockMvcBuilders.standaloneSetup(new Mistakes(transaction))
                .setControllerAdvice(problems)
                .build();
    }

    @Test
    void aMistakeOfOursInATransactionIsNotCalledAnOutage() throws Exception {
        mvc.perform(get("/api/v1/half-undone"))
                .andExpect(status().isInternalServerError())
                .andExpect(header().doesNotExist("Retry-After"))
                .andExpect(jsonPath("$.type").value("urn:clarion:ui.problem.unexpected"));
    }

    @Test
    void aTransactionThatCouldNotBeginIsCalledAnOutage() throws Exception {
        mvc.perform(get("/api/v1/never-begun"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().exists("Retry-After"))
                .andExpect(jsonPath("$.type").value("urn:clarion:ui.problem.database-away"));
    }

    /** Mistakes as they happen: none of them is known in the hub itself. */
    @RestController
    private static final class Mistakes {

        private final TransactionTemplate transaction;

        Mistakes(TransactionTemplate transaction) {
            this.transaction = transaction;
        }

        /** An inner part wants all of it undone, and the outer part doesn't notice. */
        @GetMapping("/api/v1/half-undone")
        void halfUndone() {
            transaction.executeWithoutResult(
                    outer -> transaction.executeWithoutResult(TransactionStatus::setRollbackOnly));
        }

        @GetMapping("/api/v1/never-begun")
        void neverBegun() {
            throw new CannotCreateTransactionException("no connection");
        }
    }
}
