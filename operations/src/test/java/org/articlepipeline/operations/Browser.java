package org.articlepipeline.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real Chromium, where one is installed; nothing is downloaded. */
final class Browser implements AutoCloseable {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final Dimension WIDE = new Dimension(1280, 860);
  private static final Dimension NARROW = new Dimension(400, 860);

  private final ChromeDriver driver;
  private final String site;

  private Browser(ChromeDriver driver, String site) {
    this.driver = driver;
    this.site = site;
  }

  /** Nothing where there is no chromedriver. */
  static Optional<Path> driver() {
    return onPath("chromedriver");
  }

  private static Optional<Path> onPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Browser open(Path chromedriver, String site) {
    var options = new ChromeOptions();
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--force-prefers-reduced-motion");
    onPath("chromium").ifPresent(chromium -> options.setBinary(chromium.toFile()));
    var logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromedriver.toFile())
            .withLogOutput(java.io.OutputStream.nullOutputStream())
            .build();
    var driver = new ChromeDriver(service, options);
    driver.manage().window().setSize(WIDE);
    return new Browser(driver, site);
  }

  void open(String path) {
    driver.get(site + path);
  }

  WebElement one(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  WebElement button(String text) {
    return driver.findElement(By.xpath("//button[normalize-space()='%s']".formatted(text)));
  }

  WebElement link(String text) {
    return driver.findElement(By.linkText(text));
  }

  String text() {
    return one("main").getText();
  }

  String title() {
    return String.valueOf(driver.getTitle());
  }

  void awaitText(String text) {
    await()
        .atMost(Duration.ofSeconds(20))
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(text()).contains(text));
  }

  /** Opened again until it says all of this: a busy machine may keep a server from answering. */
  void awaitPage(String path, String... texts) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              open(path);
              assertThat(text()).contains(texts);
            });
  }

  Object run(String script) {
    return String.valueOf(driver.executeScript(script));
  }

  void wide() {
    driver.manage().window().setSize(WIDE);
  }

  void narrow() {
    driver.manage().window().setSize(NARROW);
  }

  void dark(boolean dark) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
  }

  /** For the documentation, and for whoever looks at a failure. */
  void screenshot(String name) {
    try {
      Files.createDirectories(SCREENSHOTS);
      Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the browser refused or could not run, since this was asked last. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(entry -> entry.getMessage())
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
