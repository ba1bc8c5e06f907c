package ma.jazari.platform.file;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** The types of files that are taken, each with what it begins with, in hex. */
public enum FileType {
    PDF("application/pdf", "255044462d"),
    PNG("image/png", "89504e470d0a1a0a"),
    JPEG("image/jpeg", "ffd8ff"),
    TIFF("image/tiff", "49492a00|4d4d002a"),
    // RIFF is a container of many things, and says after its length of which.
    WEBP("image/webp", "52494646.{8}57454250");

    /** How many bytes at the beginning tell the type. */
    static final int HEAD = 12;

    private final String mediaType;
    private final Pattern beginning;

    FileType(String mediaType, String beginning) {
        this.mediaType = mediaType;
        this.beginning = Pattern.compile(beginning);
    }

    public String mediaType() {
        return mediaType;
    }

    /**
     * The type that a Content-Type header names; its parameters do not matter.
     *
     * @throws Problem 415 for one that is not taken, or none
     */
    public static FileType ofContentType(@Nullable String header, FileWords words) {
        var named = header == null ? "" : header.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(named))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "The Content-Type of " + words.one() + " is one of " + known() + "."));
    }

    /** The type of a file that begins like this; empty for one that is not taken. */
    static Optional<FileType> ofContent(byte[] head) {
        var hex = HexFormat.of().formatHex(head);
        return Arrays.stream(values())
                .filter(type -> type.beginning.matcher(hex).lookingAt())
                .findFirst();
    }

    private static String known() {
        return Arrays.stream(values()).map(FileType::mediaType).collect(Collectors.joining(", "));
    }
}
