package org.articlepipeline.operations.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/**
 * Pages from templates that were compiled with the code; what they show is escaped by its place.
 */
final class Templates {
  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          Templates.class.getClassLoader(),
          Templates.class.getPackageName());

  /**
   * @param template without its ending
   * @param page the template's one parameter
   */
  Reply render(int status, String template, Object page) {
    var html = new StringOutput();
    engine.render(template + ".jte", page, html);
    return new Reply(status, Reply.HTML, Map.of(), html.toString().getBytes(UTF_8));
  }
}
