package health.clarion.ui.web;

import health.clarion.ui.Answers;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** The same words and pages as {@link Problems} gives to controllers. */
@Component
class RenderedAnswers implements Answers {

    private final HandlerExceptionResolver problems;
    private final ViewResolver views;

    RenderedAnswers(
            @Lazy @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
            @Lazy @Qualifier("jteViewResolver") ViewResolver views) {
        this.problems = problems;
        this.views = views;
    }

    @Override
    public void send(Exception thrown, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        ModelAndView answer = problems.resolveException(request, response, null, thrown);
        if (answer == null) {
            response.sendError(HttpStatus.INTERNAL_SERVER_ERROR.value());
        } else if (answer.getViewName() != null) {
            render(answer, answer.getViewName(), request, response);
        }
    }

    private void render(ModelAndView answer, String name, HttpServletRequest request, HttpServletResponse response)
            throws ServletException {
        HttpStatusCode status = answer.getStatus();
        response.setStatus(status == null ? HttpStatus.INTERNAL_SERVER_ERROR.value() : status.value());
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
