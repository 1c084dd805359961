package health.clarion.people.web;

import health.clarion.ui.Problem;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Answers with a {@link Problem} from a filter, where no controller is there to throw it. */
@Component
class Answers {

    private final HandlerExceptionResolver problems;
    private final ViewResolver views;

    Answers(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
            @Qualifier("jteViewResolver") ViewResolver views) {
        this.problems = problems;
        this.views = views;
    }

    void send(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        ModelAndView answer = problems.resolveException(request, response, null, problem);
        if (answer == null) {
            response.sendError(problem.status().value());
        } else if (answer.getViewName() != null) {
            render(answer, answer.getViewName(), problem, request, response);
        }
    }

    private void render(
            ModelAndView answer, String name, Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws ServletException {
        response.setStatus(problem.status().value());
        try {
            View view = views.resolveViewName(name, request.getLocale());
            if (view == null) {
                throw new ServletException("No page " + name);
            }
            view.render(answer.getModel(), request, response);
        } catch (ServletException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new ServletException(failed);
        }
    }
}
