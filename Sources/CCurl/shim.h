#include <curl/curl.h>
#include <dlfcn.h>

/* The library is opened when something is first fetched: with what it needs in turn it would be a
 * fifth of what it costs to start a program that fetches nothing. */

static inline void *primacy_curl(const char *name) {
#ifdef __APPLE__
  void *library = dlopen("libcurl.4.dylib", RTLD_LAZY);
#else
  void *library = dlopen("libcurl.so.4", RTLD_LAZY);
#endif
  return library ? dlsym(library, name) : NULL;
}

/* A function of the library; the type is that of its declaration. */
#define PRIMACY_CURL(name) ((__typeof__(&name))primacy_curl(#name))

/* Whether the library is there and ready; before that nothing else may be called. */
static inline int primacy_ready(void) {
  __typeof__(&curl_global_init) begin = PRIMACY_CURL(curl_global_init);
  return begin && begin(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

static inline CURL *primacy_handle(void) { return PRIMACY_CURL(curl_easy_init)(); }

static inline void primacy_close(CURL *handle) { PRIMACY_CURL(curl_easy_cleanup)(handle); }

static inline CURLcode primacy_perform(CURL *handle) {
  return PRIMACY_CURL(curl_easy_perform)(handle);
}

static inline struct curl_slist *primacy_append(struct curl_slist *list, const char *text) {
  return PRIMACY_CURL(curl_slist_append)(list, text);
}

static inline void primacy_free(struct curl_slist *list) { PRIMACY_CURL(curl_slist_free_all)(list); }

/* Options take arguments of any type, which Swift cannot pass: one function a type. */

typedef size_t (*primacy_sink)(char *bytes, size_t size, size_t count, void *context);
typedef int (*primacy_watch)(void *context, curl_off_t, curl_off_t, curl_off_t, curl_off_t);

static inline CURLcode primacy_set_text(CURL *handle, CURLoption option, const char *value) {
  return PRIMACY_CURL(curl_easy_setopt)(handle, option, value);
}

static inline CURLcode primacy_set_number(CURL *handle, CURLoption option, long value) {
  return PRIMACY_CURL(curl_easy_setopt)(handle, option, value);
}

static inline CURLcode primacy_set_size(CURL *handle, CURLoption option, curl_off_t value) {
  return PRIMACY_CURL(curl_easy_setopt)(handle, option, value);
}

static inline CURLcode primacy_set_context(CURL *handle, CURLoption option, void *value) {
  return PRIMACY_CURL(curl_easy_setopt)(handle, option, value);
}

static inline CURLcode primacy_set_sink(CURL *handle, CURLoption option, primacy_sink sink) {
  return PRIMACY_CURL(curl_easy_setopt)(handle, option, sink);
}

static inline CURLcode primacy_set_watch(CURL *handle, primacy_watch watch) {
  return PRIMACY_CURL(curl_easy_setopt)(handle, CURLOPT_XFERINFOFUNCTION, watch);
}

static inline long primacy_status(CURL *handle) {
  long status = 0;
  PRIMACY_CURL(curl_easy_getinfo)(handle, CURLINFO_RESPONSE_CODE, &status);
  return status;
}

static inline const char *primacy_redirect(CURL *handle) {
  char *address = NULL;
  PRIMACY_CURL(curl_easy_getinfo)(handle, CURLINFO_REDIRECT_URL, &address);
  return address;
}
