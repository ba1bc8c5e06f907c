package ma.jazari.benchmarks.events;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What somebody was answered who registered.
 *
 * @param position in the queue, from 1; 0 for who does not wait
 * @param number the place in the order of joining, from 1
 */
record Registered(String state, int position, long number) {

    static final String CONFIRMED = "CONFIRMED";
    static final String WAITING = "WAITING";

    static Registered of(JsonNode answer) {
        return new Registered(
                answer.path("state").asText(),
                answer.path("position").asInt(),
                answer.path("number").asLong());
    }
}
