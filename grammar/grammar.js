/**
 * @file The grammar of /etc/inittab: lines of `id:runlevels:action:process`, and comments.
 * @license MIT
 *
 * Three things shape it.
 *
 * It is made for typing. Every text has a tree without ERROR and MISSING nodes: a field that is not there yet is
 * absent, and nothing reaches beyond its line. So every state of the parser must know a token for whatever may come,
 * which is why the character classes below are complements of each other.
 *
 * Blanks matter to init, so there are no extras: the blanks of a field belong to it.
 *
 * Carriage returns right before a newline belong to the end of the line; any other is data of its field, as it is for
 * init. A token cannot look ahead, so it takes only those carriage returns that have more of its own text behind them.
 * What the others are is decided by the next token, and a field that ends in such ones consists of two tokens.
 */

/// <reference types="tree-sitter-cli/dsl" />
// @ts-check

/**
 * A character class without the given characters and without those that end a line. The generator takes NUL out of
 * every complement, because the lexer sees a NUL at the end of the text, too; as an alternative with a target of its
 * own, which the repetition gives it, NUL stays in.
 * @param {string} characters
 */
const anythingBut = (characters) => `(?:[^\\r\\n${characters}]|\\x00+)`;

const afterReturns = (/** @type {string} */ pattern) => `(?:\\r*${pattern})`;

const pattern = (/** @type {string} */ source) => token(new RustRegex(source));

const BLANKS = " \\t";
const LINE_TEXT = afterReturns(anythingBut(""));
const FIELD_TEXT = afterReturns(anythingBut(":"));
const LITERAL_TEXT = afterReturns(anythingBut(BLANKS));

// What the shell splits words at besides blanks. Each of these characters also makes init use a shell, so none of them
// is in a command that init runs itself; except after `@`, and there the words are runs of non-blanks.
const OPERATORS = ";&|<>()";

// Quotes keep blanks and operators together. What is not closed can only be the end of a word, and of its line.
const ESCAPED = `\\\\${afterReturns(anythingBut(""))}`;
const quoted = (/** @type {string} */ quote, /** @type {string} */ character) => {
  const open = `${quote}${afterReturns(character)}*`;
  return { open, closed: `${open}${afterReturns(quote)}` };
};
const SINGLE = quoted("'", anythingBut("'"));
const DOUBLE = quoted('"', `(?:${anythingBut('"\\\\')}|${ESCAPED})`);
const BACK = quoted("`", `(?:${anythingBut("`\\\\")}|${ESCAPED})`);
const CLOSED = `(?:${ESCAPED}|${SINGLE.closed}|${DOUBLE.closed}|${BACK.closed})`;
const OPEN = `(?:\\\\|${SINGLE.open}|${DOUBLE.open}\\\\?|${BACK.open}\\\\?)`;
const UNQUOTED = `${BLANKS}'"\`\\\\${OPERATORS}`;

/**
 * One of the fields that are a single token, unless a carriage return follows that is not the end of the line.
 * @param {GrammarSymbols<string>} $
 * @param {string} name
 * @param {RuleOrLiteral} text
 * @param {RuleOrLiteral} split
 */
const fieldOf = ($, name, text, split) => field(name, choice(alias(text, $[name]), alias(split, $[name])));

/**
 * A command of the given words. A `#` where a word could begin ends it.
 * @param {GrammarSymbols<string>} $
 * @param {RuleOrLiteral[]} words
 */
const commandOf = ($, ...words) =>
  choice($._comment, seq(repeat1(choice($._blank, $._return, ...words)), optional($._comment)));

export default grammar({
  name: "inittab",

  extras: () => [],

  rules: {
    source_file: ($) => seq(repeat(seq(optional($._line), $._line_end)), optional($._line)),

    // Init drops the blanks in front of a line before it looks at it.
    _line: ($) => choice($._blank, seq(optional($._blank), choice($.record, $._comment))),

    _comment: ($) => choice(alias($._comment_text, $.comment), alias($._split_comment, $.comment)),

    record: ($) => {
      const id = fieldOf($, "id", $._id_text, $._split_id);
      const runlevels = fieldOf($, "runlevels", $._field_text, $._split_field);
      const action = fieldOf($, "action", $._field_text, $._split_field);
      const afterAction = seq(":", optional(field("process", $.process)));
      const afterRunlevels = seq(":", optional(action), optional(afterAction));
      const afterId = seq(":", optional(runlevels), optional(afterRunlevels));
      return choice(seq(id, optional(afterId)), afterId);
    },

    // Init takes one `+` and then one `@`; whatever comes behind them is the command.
    process: ($) => {
      const direct = seq(
        field("flag", alias($._at, $.flag)),
        optional(field("command", alias($._literal_command, $.command))),
      );
      const run = choice(field("command", $.command), direct);
      return choice(run, seq(field("flag", alias($._plus, $.flag)), optional(run)));
    },

    _plus: () => seq(alias(token(prec(1, "+")), "+")),
    _at: () => seq(alias(token(prec(1, "@")), "@")),

    command: ($) => commandOf($, $.word, $.operator),
    _literal_command: ($) => commandOf($, alias($._literal_word, $.word)),

    word: () => {
      const part = `(?:${anythingBut(UNQUOTED)}|${CLOSED})`;
      const first = `(?:${anythingBut(`${UNQUOTED}#`)}|\\r+${anythingBut(UNQUOTED)}|\\r*${CLOSED})`;
      return pattern(`${first}${afterReturns(part)}*${afterReturns(OPEN)}?|${afterReturns(OPEN)}`);
    },
    operator: () => pattern(`[${OPERATORS}]+`),
    _literal_word: () => pattern(`(?:${anythingBut(`${BLANKS}#`)}|\\r+${anythingBut(BLANKS)})${LITERAL_TEXT}*`),

    _comment_text: () => pattern(`#${LINE_TEXT}*`),
    _split_comment: ($) => seq($._comment_text, $._return),

    _id_text: () => pattern(`(?:${anythingBut(`${BLANKS}:#`)}|\\r+${anythingBut(":")})${FIELD_TEXT}*`),
    _split_id: ($) => seq(optional($._id_text), $._return),

    _field_text: () => pattern(`${FIELD_TEXT}+`),
    _split_field: ($) => seq(optional($._field_text), $._return),

    _line_end: () => pattern("\\r*\\n"),
    _return: () => pattern("\\r+"),
    _blank: () => pattern(`[${BLANKS}]+`),
  },
});
