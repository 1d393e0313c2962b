package org.articlepipeline.enrich;

import java.nio.file.Path;
import java.util.Map;
import org.articlepipeline.platform.StreamsSettings;

/** The second application of the service, which follows the entities: as the first, but itself. */
record ChangesSettings(StreamsSettings first) implements StreamsSettings {

  @Override
  public String applicationId() {
    return first.applicationId() + "-changes";
  }

  @Override
  public Path stateDir() {
    return first.stateDir();
  }

  @Override
  public int threads() {
    return 1;
  }

  @Override
  public int closeTimeoutSeconds() {
    return first.closeTimeoutSeconds();
  }

  @Override
  public Map<String, String> properties() {
    return first.properties();
  }
}
