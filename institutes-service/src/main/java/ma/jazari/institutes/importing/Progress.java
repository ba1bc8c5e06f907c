package ma.jazari.institutes.importing;

import ma.jazari.institutes.intake.Tally;

/** How far an import is. */
record Progress(long lines, long bytes, Tally tally) {

    static final Progress NONE = new Progress(0, 0, Tally.NONE);

    Progress with(Tally more, long bytesRead) {
        return new Progress(lines + more.lines(), bytesRead, tally.plus(more));
    }
}
