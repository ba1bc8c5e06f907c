package ma.jazari.events.calendar;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import ma.jazari.events.programevent.ProgramEventState;
import ma.jazari.events.programevent.ProgramEventStatus;
import ma.jazari.platform.text.LocalText;

/**
 * Program events as an Atom feed (RFC 4287). Every date in it is a record's, so the same events make the same bytes.
 *
 * @param path where it is had, from the public address on; a feed with other filters is another feed
 */
record AtomFeed(String title, String path) {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    // The day the network was founded: a feed that never held anything was last changed then.
    private static final Instant BEGINNING = Instant.parse("2026-01-12T00:00:00Z");

    /** The feed with these events, in their order. */
    String of(List<ProgramEventState> events, Wording wording) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            new Document(xml, wording).feed(this, events);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("text in memory can always be written", e);
        }
        return text.toString();
    }

    private record Document(XMLStreamWriter xml, Wording wording) {

        void feed(AtomFeed feed, List<ProgramEventState> events) throws XMLStreamException {
            var url = wording.publicUrl() + feed.path();
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            element("id", "urn:uuid:" + UUID.nameUUIDFromBytes(url.getBytes(StandardCharsets.UTF_8)));
            element("title", feed.title());
            element("updated", lastChange(events).toString());
            link("self", url);
            author(feed.title(), wording.publicUrl());
            for (var event : events) {
                entry(event);
            }
            xml.writeEndElement();
        }

        private static Instant lastChange(List<ProgramEventState> events) {
            return events.stream()
                    .map(ProgramEventState::updatedAt)
                    .max(Comparator.naturalOrder())
                    .orElse(BEGINNING);
        }

        private void entry(ProgramEventState event) throws XMLStreamException {
            xml.writeStartElement("entry");
            element("id", "urn:uuid:" + event.id());
            text("title", wording.title(event));
            element("updated", event.updatedAt().toString());
            link("alternate", wording.eventUrl(event));
            for (var host : event.hostInstituteIds()) {
                author(wording.host(host).map(LocalText::value).orElse(host), wording.instituteUrl(host));
            }
            xml.writeEmptyElement("category");
            xml.writeAttribute("term", event.type().name());
            element("summary", summary(event));
            var description = wording.description(event);
            if (description.isPresent()) {
                text("content", description.get());
            }
            xml.writeEndElement();
        }

        /** When and where, and what has become of it. */
        private static String summary(ProgramEventState event) {
            var status = event.status() == ProgramEventStatus.PUBLISHED
                    ? Optional.<String>empty()
                    : Optional.of(event.status().name());
            var when =
                    event.start().replace('T', ' ') + " – " + event.end().replace('T', ' ') + " (" + event.zone() + ")";
            var venue = Optional.ofNullable(event.venue()).stream().flatMap(at -> Stream.of(at.name(), at.city()));
            return Stream.of(status.stream(), Stream.of(when), venue, Stream.of(event.statusReason()))
                    .flatMap(parts -> parts)
                    .filter(Objects::nonNull)
                    .map(Wording::clean)
                    .collect(Collectors.joining(", "));
        }

        private void text(String name, LocalText text) throws XMLStreamException {
            xml.writeStartElement(name);
            xml.writeAttribute("xml", XMLConstants.XML_NS_URI, "lang", text.lang());
            xml.writeCharacters(text.value());
            xml.writeEndElement();
        }

        private void element(String name, String value) throws XMLStreamException {
            xml.writeStartElement(name);
            xml.writeCharacters(value);
            xml.writeEndElement();
        }

        private void link(String relation, String url) throws XMLStreamException {
            xml.writeEmptyElement("link");
            xml.writeAttribute("rel", relation);
            xml.writeAttribute("href", url);
        }

        private void author(String name, String url) throws XMLStreamException {
            xml.writeStartElement("author");
            element("name", name);
            element("uri", url);
            xml.writeEndElement();
        }
    }
}
