// SPDX-License-Identifier: BSL-1.0
#include "exporters/drawing/lazy_library.hpp"

#include <dlfcn.h>

#include <stdexcept>
#include <string>

namespace entente::diagram {

LazyLibrary::LazyLibrary(const char* file, const char* package)
    : handle_(dlopen(file, RTLD_NOW | RTLD_LOCAL)) {
    if (handle_) return;
    const char* reason = dlerror();
    throw std::runtime_error(std::string("a picture needs ") + file + " (install the package " +
                             package + "): " + (reason ? reason : "it cannot be opened"));
}

void* LazyLibrary::address_of(const char* name) const {
    void* address = dlsym(handle_, name);
    if (!address) throw std::runtime_error(std::string("a library for pictures has no ") + name);
    return address;
}

} // namespace entente::diagram

#if defined(__SANITIZE_ADDRESS__)
// Fontconfig, Cairo and Graphviz keep what they allocate until the program ends: no leaks of ours.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libfontconfig\nleak:libcairo\nleak:libpango\nleak:libgvc\nleak:libgvplugin\n"
           "leak:libcgraph\nleak:librsvg\nleak:libglib\n";
}
extern "C" const char* __lsan_default_options();
extern "C" const char* __lsan_default_options() {
    return "print_suppressions=0";
}
#endif
