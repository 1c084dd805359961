package health.clarion.api.web;

import health.clarion.api.web.Operation.Answer;
import health.clarion.api.web.Operation.Body;
import health.clarion.api.web.Operation.Parameter;
import health.clarion.api.web.Operation.Place;
import health.clarion.ui.ApiCall;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every call of the API, as the handlers themselves say it. */
@Component
class Operations {

    /** What stands before every path of the API. */
    static final String PREFIX = "/api/v1/";

    private static final String JSON = "application/json";

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final WebInvocationPrivilegeEvaluator chain;
    private final DefaultParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();

    Operations(ObjectProvider<RequestMappingHandlerMapping> mappings, WebInvocationPrivilegeEvaluator chain) {
        this.mappings = mappings;
        this.chain = chain;
    }

    /** All of them, by path and method. */
    List<Operation> all() {
        List<Operation> all = new ArrayList<>();
        mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .forEach(handler -> addTo(all, handler));
        all.sort(Comparator.comparing(Operation::path).thenComparing(Operation::method));
        return List.copyOf(all);
    }

    private void addTo(List<Operation> all, Map.Entry<RequestMappingInfo, HandlerMethod> handler) {
        for (String path : handler.getKey().getPatternValues()) {
            if (path.startsWith(PREFIX)) {
                for (RequestMethod method :
                        handler.getKey().getMethodsCondition().getMethods()) {
                    all.add(operation(method.name(), path, handler.getValue()));
                }
            }
        }
    }

    private Operation operation(String method, String path, HandlerMethod handler) {
        ApiCall call = handler.getMethodAnnotation(ApiCall.class);
        String group = path.substring(PREFIX.length()).split("/", 2)[0];
        return new Operation(
                method,
                path,
                group,
                handler.getMethod().getName(),
                call == null ? "" : call.value(),
                Access.of(method, path, handler, chain),
                parameters(handler),
                body(handler),
                answers(handler, call));
    }

    private List<Parameter> parameters(HandlerMethod handler) {
        List<Parameter> found = new ArrayList<>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            parameter.initParameterNameDiscovery(names);
            PathVariable inPath = parameter.getParameterAnnotation(PathVariable.class);
            RequestParam inQuery = parameter.getParameterAnnotation(RequestParam.class);
            if (inPath != null) {
                found.add(parameter(parameter, inPath.value(), Place.PATH, true, null));
            } else if (inQuery != null) {
                String usual =
                        inQuery.defaultValue().equals(ValueConstants.DEFAULT_NONE) ? null : inQuery.defaultValue();
                found.add(parameter(
                        parameter, inQuery.value(), place(handler), inQuery.required() && usual == null, usual));
            } else if (parameter.getParameterType() == Locale.class) {
                found.add(new Parameter(
                        "Accept-Language", Place.HEADER, String.class, parameter.getParameter(), false, null));
            }
        }
        return List.copyOf(found);
    }

    private static Place place(HandlerMethod handler) {
        boolean upload = Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == MultipartFile.class);
        return upload ? Place.FORM : Place.QUERY;
    }

    private static Parameter parameter(
            MethodParameter parameter, String name, Place place, boolean required, @Nullable String usual) {
        return new Parameter(
                name.isEmpty() ? String.valueOf(parameter.getParameterName()) : name,
                place,
                parameter.getGenericParameterType(),
                parameter.getParameter(),
                required,
                usual);
    }

    private static @Nullable Body body(HandlerMethod handler) {
        for (MethodParameter parameter : handler.getMethodParameters()) {
            RequestBody body = parameter.getParameterAnnotation(RequestBody.class);
            if (body != null) {
                return new Body(parameter.getGenericParameterType(), body.required());
            }
        }
        return null;
    }

    private static List<Answer> answers(HandlerMethod handler, @Nullable ApiCall call) {
        if (call != null && call.answers().length > 0) {
            return Arrays.stream(call.answers())
                    .map(answer -> new Answer(
                            answer.status(), answer.type(), answer.body() == Void.class ? null : answer.body()))
                    .toList();
        }
        ResponseStatus status = handler.getMethodAnnotation(ResponseStatus.class);
        Type body = said(handler.getMethod().getGenericReturnType());
        return List.of(new Answer(status == null ? 200 : status.value().value(), JSON, body));
    }

    private static @Nullable Type said(Type type) {
        Type inner = type instanceof ParameterizedType entity && entity.getRawType() == ResponseEntity.class
                ? entity.getActualTypeArguments()[0]
                : type;
        boolean nothing = inner == void.class || inner == Void.class || inner instanceof WildcardType;
        return nothing ? null : inner;
    }
}
