package ma.jazari.system;

import ma.jazari.system.harness.Answer;

/** A record as its last answer showed it, with what its next change must match. */
record Held(String id, String etag, int version, String status) {

    static Held of(Answer answer) {
        return new Held(
                answer.text("/id"), answer.etag(), answer.json().path("version").asInt(), answer.text("/status"));
    }
}
