package ma.jazari.events.file;

import ma.jazari.platform.file.FileName;
import ma.jazari.platform.file.FileType;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.text.WrittenText;
import org.jspecify.annotations.Nullable;

/**
 * What a client says of a file that it uploads.
 *
 * @param name a file name, as it is kept
 * @param title one line, as it is kept; null for none
 */
record FileLabel(String name, @Nullable String title, FileType type) {

    private static final int LONGEST_TITLE = 200;

    /** @throws Problem 400 with the parameter {@code name} or {@code title} for what is none */
    FileLabel {
        name = FileName.checked("name", name);
        title = title == null ? null : checkedTitle(title);
    }

    private static String checkedTitle(String given) {
        var title = WrittenText.of(given);
        if (title.isEmpty() || title.length() > LONGEST_TITLE || WrittenText.hasControl(title)) {
            throw Problem.invalid(
                    "title", "must be text of 1 to " + LONGEST_TITLE + " characters without control characters");
        }
        return title;
    }
}
