package org.articlepipeline.ingest;

import java.time.Clock;
import java.util.List;
import org.articlepipeline.ingest.feed.Feed;
import org.articlepipeline.ingest.feed.FeedException;
import org.articlepipeline.ingest.feed.FeedReader;
import org.articlepipeline.ingest.gateway.Feeds;
import org.jspecify.annotations.Nullable;

/** {@link FeedReader} for the gateway. */
final class GatewayFeeds implements Feeds {

  private final Clock clock;

  GatewayFeeds(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Entries read(
      String source, byte[] document, @Nullable String charset, @Nullable String url) {
    try {
      Feed feed = new FeedReader(source).read(document, charset, url, clock.instant());
      return new Entries(feed.submissions(), feed.problems());
    } catch (FeedException e) {
      return new Entries(List.of(), List.of(String.valueOf(e.getMessage())));
    }
  }
}
