#include <curl/curl.h>

/* Options take arguments of any type, which Swift cannot pass: one function a type. */

typedef size_t (*primacy_sink)(char *bytes, size_t size, size_t count, void *context);
typedef int (*primacy_watch)(void *context, curl_off_t, curl_off_t, curl_off_t, curl_off_t);

static inline CURLcode primacy_set_text(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode primacy_set_number(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode primacy_set_size(CURL *handle, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode primacy_set_context(CURL *handle, CURLoption option, void *value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode primacy_set_sink(CURL *handle, CURLoption option, primacy_sink sink) {
  return curl_easy_setopt(handle, option, sink);
}

static inline CURLcode primacy_set_watch(CURL *handle, primacy_watch watch) {
  return curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, watch);
}

static inline long primacy_status(CURL *handle) {
  long status = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  return status;
}

static inline const char *primacy_redirect(CURL *handle) {
  char *address = NULL;
  curl_easy_getinfo(handle, CURLINFO_REDIRECT_URL, &address);
  return address;
}
