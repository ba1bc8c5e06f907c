package ma.jazari.events.registration;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a resource method that wants something of an event's desk and waits for its turn before anything else happens: its
 * transaction, that of an {@code Idempotency-Key} too, begins when it is its turn. Its first parameter is the event's id.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@interface InTurn {}
