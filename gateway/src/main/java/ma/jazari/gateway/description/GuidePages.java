package ma.jazari.gateway.description;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/** The guides of {@code docs/guides} as pages, beside the reference. */
final class GuidePages {

    /** The files of {@code docs/guides}, in the order in which a newcomer reads; one that is not there is passed over. */
    static final List<String> NAMES = List.of(
            "partner-integration",
            "keep-a-copy",
            "webhooks",
            "institute-administrators",
            "import-and-export",
            "program-events-and-calendars",
            "dashboard-team",
            "verify-a-history",
            "gateway");

    private static final String FOLDER = "/docs/guides";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String FRAME = Resources.text("pages/guide.html");
    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    private static final TextContentRenderer TEXT =
            TextContentRenderer.builder().build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(TABLES)
            .escapeHtml(true)
            .attributeProviderFactory(context -> (node, tag, attributes) -> {
                if (node instanceof Heading) {
                    attributes.put("id", anchor(TEXT.render(node)));
                }
            })
            .build();

    private GuidePages() {}

    /** By path: the list of the guides, and each. */
    static Map<String, Page> all() {
        var pages = new LinkedHashMap<String, Page>();
        var items = NAMES.stream()
                .filter(name -> Resources.isThere("guides/" + name + ".md"))
                .map(name -> {
                    var guide = PARSER.parse(Resources.text("guides/" + name + ".md"));
                    guide.accept(new Addresses());
                    var title = TEXT.render(guide.getFirstChild()).strip();
                    pages.put(FOLDER + "/" + name, page(title, RENDERER.render(guide)));
                    return "<li><a href=\"" + FOLDER + "/" + name + "\">" + ProblemPages.escape(title) + "</a></li>";
                })
                .collect(Collectors.joining("\n"));
        pages.put(FOLDER, page("Guides", "<h1>Guides</h1>\n<ul>\n" + items + "\n</ul>"));
        return pages;
    }

    private static Page page(String title, String content) {
        return Page.of(
                HTML, FRAME.replace("{title}", ProblemPages.escape(title)).replace("{content}", content));
    }

    /** As links in the guides name a heading. */
    private static String anchor(String heading) {
        return heading.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} -]", "")
                .replace(' ', '-');
    }

    /** Leads from guide to guide; what is in the repository alone stays as its words. */
    private static final class Addresses extends AbstractVisitor {

        @Override
        public void visit(Link link) {
            visitChildren(link);
            var target = link.getDestination();
            if (target.matches("[a-z-]+\\.md(#.*)?")) {
                link.setDestination(FOLDER + "/" + target.replaceFirst("\\.md", ""));
            } else if (!target.startsWith("#") && !target.contains(":")) {
                unlink(link);
            }
        }

        private static void unlink(Link link) {
            for (Node child = link.getFirstChild(); child != null; child = link.getFirstChild()) {
                link.insertBefore(child);
            }
            link.unlink();
        }
    }
}
