package ma.jazari.institutes.importing;

import ma.jazari.institutes.intake.Tally;

/** How far an import is. */
record Progress(long lines, long bytes, Tally tally) {

    static final Progress NONE = new Progress(0, 0, Tally.NONE);

    Progress with(long moreLines, long bytesRead, Tally more) {
        return new Progress(lines + moreLines, bytesRead, tally.plus(more));
    }
}
