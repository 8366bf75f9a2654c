/** An interceptor for Posthouse. */
package org.example.hello;
