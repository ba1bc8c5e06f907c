package ma.jazari.partnerships.webhook;

import java.util.List;

/**
 * Which changes a webhook is told of, of those that its partner may see. Each part narrows; an empty one lets all pass.
 *
 * @param types names such as {@code convention.signed}, or {@code convention.*}
 * @param subjectTypes types of records, such as {@code CONVENTION}
 * @param subjectIds ids of single records
 */
public record WebhookFilter(List<String> types, List<String> subjectTypes, List<String> subjectIds) {

    /** The types as patterns of {@code like}. */
    public List<String> typePatterns() {
        return types.stream().map(type -> type.replace("*", "%")).toList();
    }
}
