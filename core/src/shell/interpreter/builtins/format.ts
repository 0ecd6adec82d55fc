// Formats of numbers, as in printf(3).

/** A conversion in a format. */
export interface Specification {
  readonly flags: string;
  readonly width: number;
  readonly precision: number | undefined;
  readonly conversion: string;
  /** Of the text of it in the format. */
  readonly length: number;
}

/** Reads the conversion that a text begins with; undefined where none is known. `*` takes an argument. */
export function readSpecification(text: string, take: () => bigint): Specification | undefined {
  const found = /^%([-+ 0#]*)(\*|\d+)?(?:\.(\*|\d*))?[hlLjzt]*([diouxXeEfFgGcsb])/.exec(text);
  if (found === null) return undefined;
  const [whole, flags = "", widthText, precisionText, conversion = ""] = found;
  const number = (digits: string) => Math.min(digits === "*" ? Number(take()) : Number(digits), widest);
  const width = widthText === undefined ? 0 : number(widthText);
  const precision = precisionText === undefined ? undefined : number(precisionText);
  return {
    flags: width < 0 ? `${flags}-` : flags,
    width: Math.abs(width),
    precision: precision !== undefined && precision < 0 ? undefined : precision,
    conversion,
    length: whole.length,
  };
}

/** No output is made wider, so that a short script cannot fill the memory. */
const widest = 100_000;

/** A number in a format. */
export function formatNumber(value: bigint, { flags, width, precision, conversion }: Specification): string {
  if ("eEfFgG".includes(conversion))
    return formatReal(Number(value), { flags, width, precision, conversion });
  const signed = conversion === "d" || conversion === "i";
  const limited = signed ? BigInt.asIntN(64, value) : BigInt.asUintN(64, value);
  const base = conversion === "o" ? 8 : conversion === "x" || conversion === "X" ? 16 : 10;
  let digits = (limited < 0n ? -limited : limited).toString(base);
  if (precision !== undefined)
    digits = precision === 0 && limited === 0n ? "" : digits.padStart(precision, "0");
  let prefix = limited < 0n ? "-" : signed ? signFor(flags) : "";
  if (flags.includes("#") && base === 16 && limited !== 0n) prefix = "0x";
  if (flags.includes("#") && base === 8 && !digits.startsWith("0")) digits = `0${digits}`;
  const text = padNumber(prefix, digits, flags, width, precision === undefined);
  return conversion === "X" ? text.toUpperCase() : text;
}

function signFor(flags: string): string {
  return flags.includes("+") ? "+" : flags.includes(" ") ? " " : "";
}

function padNumber(prefix: string, digits: string, flags: string, width: number, zeros: boolean): string {
  if (flags.includes("-")) return (prefix + digits).padEnd(width);
  if (flags.includes("0") && zeros) return prefix + digits.padStart(width - prefix.length, "0");
  return (prefix + digits).padStart(width);
}

function formatReal(
  value: number,
  { flags, width, precision, conversion }: Omit<Specification, "length">,
): string {
  const places = Math.min(precision ?? 6, 100);
  const absolute = Math.abs(value);
  const text = conversion.toLowerCase() === "f" ? absolute.toFixed(places) : exponential(absolute, places);
  const shown = conversion.toLowerCase() === "g" ? String(absolute) : text;
  return padNumber(value < 0 ? "-" : signFor(flags), shown, flags, width, true);
}

function exponential(value: number, places: number): string {
  return value.toExponential(places).replace(/e([+-])(\d)$/, "e$10$2");
}
