// embind registers converters for every type that it knows as soon as the module starts. Only numbers cross our
// boundary, so the converters for texts, views and objects are left out of the glue: 2 KB less to load.
mergeInto(LibraryManager.library, {
  _embind_register_std_string: function () {},
  _embind_register_std_wstring: function () {},
  _embind_register_memory_view: function () {},
  _embind_register_emval: function () {},
  _embind_register_bool: function () {},
  _embind_register_float: function () {},
});
