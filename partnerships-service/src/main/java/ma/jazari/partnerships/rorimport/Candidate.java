package ma.jazari.partnerships.rorimport;

import ma.jazari.partnerships.provenance.RorStatement;

/** A record that says something of a partner, and where it stands in the file. */
record Candidate(long line, RorStatement statement) {

    String rorId() {
        return statement.rorId();
    }
}
