package ma.jazari.partnerships.convention;

import ma.jazari.platform.problem.Problem;

/** The number of a revision, as requests name it. */
public final class RevisionNumber {

    private RevisionNumber() {}

    /** @throws Problem 400 naming the parameter, for what is no such number */
    public static int of(String parameter, String text) {
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw Problem.invalid(parameter, "must be the number of a revision, from 1");
        }
        return Integer.parseInt(text);
    }
}
