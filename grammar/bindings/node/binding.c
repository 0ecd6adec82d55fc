// Hands the language to JavaScript, in the C interface of Node alone: so nothing has to be installed to compile this.

#include <node_api.h>

typedef struct TSLanguage TSLanguage;

const TSLanguage *tree_sitter_inittab(void);

// The tag by which the package tree-sitter knows a handle to a language.
static const napi_type_tag LANGUAGE_TYPE_TAG = {0x8AF2E5212AD58ABF, 0xD5006CAD83ABBA16};

NAPI_MODULE_INIT() {
  napi_value language;
  if (napi_create_external(env, (void *)tree_sitter_inittab(), NULL, NULL, &language) != napi_ok ||
      napi_type_tag_object(env, language, &LANGUAGE_TYPE_TAG) != napi_ok ||
      napi_set_named_property(env, exports, "language", language) != napi_ok) {
    napi_throw_error(env, NULL, "tree-sitter-inittab: the language cannot be handed over");
    return NULL;
  }
  return exports;
}
