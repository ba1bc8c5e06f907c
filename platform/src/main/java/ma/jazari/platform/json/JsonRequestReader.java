package ma.jazari.platform.json;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads {@link JsonRequest}s and {@link MergePatch}es by the strict {@link JsonBinder}. */
@Provider
@Consumes({MediaType.APPLICATION_JSON, JsonRequestReader.MERGE_PATCH})
public class JsonRequestReader implements MessageBodyReader<Object> {

    public static final String MERGE_PATCH = "application/merge-patch+json";

    private final JsonBinder binder;

    JsonRequestReader(JsonBinder binder) {
        this.binder = binder;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return JsonRequest.class.isAssignableFrom(type) || type == MergePatch.class;
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        var bytes = body.readAllBytes();
        return type.equals(MergePatch.class) ? new MergePatch(binder.object(bytes)) : binder.bind(bytes, type);
    }
}
