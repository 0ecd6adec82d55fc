// The definite article of Hungarian is `a` before a consonant and `az` before a vowel, by the sound. Before a value only
// its words decide, so a template writes `a(z)` there, as Hungarian does where the word is not known.

const undecided = /([Aa])\(z\)( ["„`]?)$/;

/** The text before a value of a template, with the article that the value's words take; `text` is the template's own. */
export function withArticle(text: string, words: string): string {
  if (!text.includes("(z)")) return text;
  const found = undecided.exec(text);
  const sound = found === null ? undefined : startsWithVowel(words);
  if (found === null || sound === undefined) return text;
  const [whole, article = "", between = ""] = found;
  return `${text.slice(0, -whole.length)}${article}${sound ? "z" : ""}${between}`;
}

const vowels = "aáeéiíoóöőuúüű";
/** The letters whose names begin with a vowel: ef, el, em, en, er, es, iksz, ipszilon. */
const namedWithVowel = "flmnrsxy";

/** Whether the words are spoken with a vowel first; undefined where there is nothing to speak. */
function startsWithVowel(words: string): boolean | undefined {
  const [start = ""] = /\d+|\p{L}+/u.exec(words.slice(0, 100)) ?? [];
  if (start === "") return undefined;
  if (/^\d/.test(start)) return numberStartsWithVowel(start);
  const letters = start.toLowerCase();
  const first = letters.charAt(0);
  // What cannot be spoken as a word is spelled: ssh, LSB.
  const isSpelled = !/[aáeéiíoóöőuúüűy]/.test(letters.slice(1)) && !vowels.includes(first);
  return vowels.includes(first) || (isSpelled && namedWithVowel.includes(first));
}

/** Egy, öt, ötven, ezer and egymillió are spoken with a vowel first. */
function numberStartsWithVowel(digits: string): boolean {
  return digits.startsWith("5") || (digits.startsWith("1") && digits.length % 3 === 1);
}
