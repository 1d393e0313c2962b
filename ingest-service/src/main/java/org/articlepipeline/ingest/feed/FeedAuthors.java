package org.articlepipeline.ingest.feed;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndEntry;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.articlepipeline.ingest.html.FieldText;
import org.jspecify.annotations.Nullable;

/** Who wrote an entry: Atom's authors, Dublin Core's creators, the name in RSS's address. */
final class FeedAuthors {

  /** RSS has "ann@paper.example (Ann Ode)". */
  private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+\\s*(?:\\(([^()]*)\\))?");

  private FeedAuthors() {}

  static List<String> of(SyndEntry entry, @Nullable DCModule dc) {
    Stream<@Nullable String> people = entry.getAuthors().stream().map(person -> person.getName());
    List<String> names = FieldText.distinct(people.map(FeedAuthors::name));
    if (names.isEmpty() && dc != null) {
      Stream<@Nullable String> creators = dc.getCreators().stream();
      names = FieldText.distinct(creators.map(FeedAuthors::name));
    }
    return names.isEmpty() ? FieldText.distinct(Stream.of(name(entry.getAuthor()))) : names;
  }

  private static @Nullable String name(@Nullable String given) {
    String name = FieldText.ofPlain(given);
    if (name == null) {
      return null;
    }
    Matcher address = ADDRESS.matcher(name);
    return address.matches() ? FieldText.ofPlain(address.group(1)) : name;
  }
}
