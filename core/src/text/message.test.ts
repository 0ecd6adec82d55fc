import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createLocalizer, english, languageFor, pseudo } from "./localizer.ts";
import { listOf, type Message, messagesOf } from "./message.ts";
import { visible } from "./safe-text.ts";
import { fillTemplate, namesIn, parseTemplate } from "./template.ts";

const catalogue = {
  plain: "init's own words",
  twin: "`{$id}` repeats the id of line {$line}",
  lines: "{$count -> [0] nothing [one] # line *[other] # lines} of {$file}",
  suffix: "level{$count -> [one] *[other] s}",
  way: "goes {$way -> [up] {$name} up *[other] down with {$name}}",
  braces: 'a {"{"}brace{"}"}',
  outer: "{$what}; see {$places}",
  blanks: 'a{$more -> [yes]{" "}and{" "} *[no] {" "}or{" "}}b',
} as const;
const message = messagesOf(catalogue);
const { text } = createLocalizer([catalogue]);

describe("the words of a message", () => {
  test.each<[Message, string]>([
    [message("plain"), "init's own words"],
    [message("twin", { id: "l3", line: 12 }), "`l3` repeats the id of line 12"],
    [message("lines", { count: 0, file: "x" }), "nothing of x"],
    [message("lines", { count: 1, file: "x" }), "1 line of x"],
    [message("lines", { count: 2, file: "x" }), "2 lines of x"],
    [message("suffix", { count: 1 }), "level"],
    [message("suffix", { count: 3 }), "levels"],
    [message("way", { way: "up", name: "eth0" }), "goes eth0 up"],
    [message("way", { way: "sideways", name: "eth0" }), "goes down with eth0"],
    [message("braces"), "a {brace}"],
    [message("blanks", { more: true }), "a and b"],
    [message("blanks", { more: false }), "a or b"],
    [
      message("outer", {
        what: message("plain"),
        places: listOf(["a", 2, message("suffix", { count: 2 })], "or"),
      }),
      "init's own words; see a, 2 or levels",
    ],
  ])("%j", (given, words) => {
    expect(text(given)).toBe(words);
  });

  test("of a list", () => {
    const list = (words: readonly string[], join: "and" | "or" | "comma" | "sentences") =>
      text(message("outer", { what: listOf(words, join), places: "" }));
    expect(list([], "and")).toBe("; see ");
    expect(list(["a"], "and")).toBe("a; see ");
    expect(list(["a", "b"], "and")).toBe("a and b; see ");
    expect(list(["a", "b", "c"], "comma")).toBe("a, b, c; see ");
    expect(list(["A.", "B."], "sentences")).toBe("A. B.; see ");
  });

  test("in a language that brackets what comes from a catalogue", () => {
    const { text: bracketed } = createLocalizer([catalogue], pseudo);
    expect(bracketed(message("twin", { id: "l3", line: 12 }))).toBe("⟦`l3` repeats the id of line 12⟧");
    expect(bracketed(message("outer", { what: message("plain"), places: "x" }))).toBe(
      "⟦⟦init's own words⟧; see x⟧",
    );
  });

  test("values are put in as they are, whatever they hold, but for what cannot be seen", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (id) => {
        const words = text(message("twin", { id, line: 1 }));
        expect(words).toBe(`\`${visible(id)}\` repeats the id of line 1`);
        if (/^[ -~]*$/.test(id)) expect(words).toBe(`\`${id}\` repeats the id of line 1`);
      }),
    );
  });

  test("as Markdown: templates are, and values are escaped", () => {
    const { markdown } = createLocalizer([catalogue]);
    const what = listOf([{ code: "a`b" }, "*c*", { verbatim: "*d*" }], "and");
    expect(markdown(message("outer", { what, places: "[x](command:y)" }))).toBe(
      "`` a`b ``, \\*c\\* and *d*; see \\[x\\](command:y)",
    );
    expect(text(message("outer", { what, places: "[x](command:y)" }))).toBe(
      "`a`b`, *c* and *d*; see [x](command:y)",
    );
  });
});

describe("a template", () => {
  test("names its values, those of variants too", () => {
    expect(namesIn(parseTemplate(catalogue.way))).toEqual(["way", "name"]);
  });

  test.each(["{", "{$}", "{$a", "{$a -> }", "{$a -> [one] x}", '{"a}', "{a}"])(
    "%s is not well-formed",
    (template) => {
      expect(() => parseTemplate(template)).toThrow(SyntaxError);
    },
  );

  test("without braces stands for itself", () => {
    const filling = { textOf: () => "", keysOf: () => [] };
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (template) => {
        fc.pre(!template.includes("{"));
        expect(fillTemplate(parseTemplate(template), filling)).toBe(template);
      }),
    );
  });
});

test.each([
  [undefined, "en"],
  ["", "en"],
  ["C", "en"],
  ["POSIX", "en"],
  ["en-GB", "en"],
  ["en_US.UTF-8", "en"],
  ["xx", "en"],
  ["qps-ploc", "qps-ploc"],
  ["QPS_PLOC.utf8", "qps-ploc"],
])("the language for the locale %j is %s", (locale, tag) => {
  expect(languageFor(locale).tag).toBe(tag);
  expect(english.tag).toBe("en");
});
