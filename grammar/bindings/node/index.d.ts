interface NodeType {
  readonly type: string;
  readonly named: boolean;
}

interface ChildTypes {
  readonly multiple: boolean;
  readonly required: boolean;
  readonly types: readonly NodeType[];
}

interface NodeInfo extends NodeType {
  readonly root?: boolean;
  readonly fields?: Readonly<Record<string, ChildTypes>>;
  readonly children?: ChildTypes;
}

/** The inittab language for the parser of the npm package `tree-sitter`: `parser.setLanguage(language)`. */
declare const language: {
  /** The handle that the parser unwraps. */
  readonly language: unknown;
  /** The nodes of a tree and their fields, as in `src/node-types.json`. */
  readonly nodeTypeInfo: readonly NodeInfo[];
  readonly HIGHLIGHTS_QUERY: string;
  readonly INJECTIONS_QUERY: string;
  readonly FOLDS_QUERY: string;
  readonly TAGS_QUERY: string;
};

export default language;
